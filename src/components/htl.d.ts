declare module "htl" {
  export function html(strings: TemplateStringsArray, ...values: unknown[]): Node | null;
}
