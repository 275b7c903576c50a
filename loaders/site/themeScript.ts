/**
 * Inline script of every page: applies the theme a visitor chose before anything is drawn, and makes the switch in the
 * header go round auto, light, dark. The choice is kept in this browser only, or for this page where storage is shut.
 */
export const THEME_SCRIPT = `{
  const themes = ["auto", "light", "dark"];
  const read = () => { try { return localStorage.getItem("theme") ?? "auto"; } catch { return "auto"; } };
  let theme = read();
  const show = () => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    const button = document.querySelector(".theme-switch");
    if (button) button.textContent = "Theme: " + theme;
  };
  show();
  addEventListener("DOMContentLoaded", () => {
    show();
    document.querySelector(".theme-switch")?.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      try { localStorage.setItem("theme", theme); } catch {}
      show();
    });
  });
}`;
