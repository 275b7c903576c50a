/** The pages in reading order, as the navigation shows them. */
export const PAGES = [
  {path: "/", name: "Overview"},
  {path: "/explore", name: "Explore"},
  {path: "/models", name: "Models"},
  {path: "/explain", name: "Explain"},
  {path: "/genres", name: "Genres"},
  {path: "/insights", name: "Insights"},
  {path: "/predict", name: "Predict"},
  {path: "/catalogue", name: "Catalogue"},
  {path: "/about", name: "About"}
] as const;
