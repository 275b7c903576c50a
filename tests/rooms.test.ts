import assert from "node:assert/strict";
import {lstatSync, readdirSync, readFileSync, readlinkSync} from "node:fs";
import path from "node:path";
import ts from "typescript";
import {describe, it} from "vitest";

/** Files of a room, paths from the project's folder. */
function filesOf(room: string, ending: RegExp): string[] {
  return readdirSync(room, {recursive: true, encoding: "utf8"})
    .map((file) => path.posix.join(room, file))
    .filter((file) => ending.test(file) && !/src\/(lib|\.observablehq)\//.test(file));
}

/** What a module's import and export statements name, types included. */
function importsOf(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({fileName}) => fileName);
}

/** The code of a page. */
function blocksOf(page: string): string[] {
  return [...page.matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1]);
}

const read = (file: string) => readFileSync(file, "utf8");
const resolved = (file: string, specifier: string) => path.posix.join(path.posix.dirname(file), specifier);

/** Complains of every import of a room that `allowed` does not let through. */
function guard(room: string, allowed: (target: string, specifier: string, file: string) => boolean): void {
  const broken = filesOf(room, /\.ts$/).flatMap((file) =>
    importsOf(read(file))
      .filter((specifier) => !allowed(specifier.startsWith(".") ? resolved(file, specifier) : "", specifier, file))
      .map((specifier) => `${file} imports ${specifier}`)
  );
  assert.deepEqual(broken, []);
}

const isPackage = (specifier: string) => /^(@?[a-z])/.test(specifier) && !/^(node|npm|jsr):/.test(specifier);

describe("rooms: imports point one way", () => {
  it("lib imports lib and packages", () => {
    guard("lib", (target, specifier) => target.startsWith("lib/") || isPackage(specifier));
  });

  it("components import components, lib and packages", () => {
    guard("src/components", (target, specifier) => /^src\/(components|lib)\//.test(target) || isPackage(specifier));
  });

  it("loader entries import loaders and lib", () => {
    guard("src/data", (target) => /^(loaders|lib)\//.test(target));
    guard("src/fonts", (target) => /^(loaders|lib)\//.test(target));
  });

  it("loaders import loaders, lib, node and packages", () => {
    guard(
      "loaders",
      (target, specifier) => /^(loaders|lib)\//.test(target) || /^node:/.test(specifier) || isPackage(specifier)
    );
  });

  it("pages import components, lib and packages", () => {
    const broken = filesOf("src", /\.md$/).flatMap((file) =>
      importsOf(blocksOf(read(file)).join("\n"))
        .filter((specifier) => !/^\.\/(components|lib)\//.test(specifier) && !isPackage(specifier))
        .map((specifier) => `${file} imports ${specifier}`)
    );
    assert.deepEqual(broken, []);
  });

  it("the browser sees lib through a link, since Framework refuses imports from above src", () => {
    assert.ok(lstatSync("src/lib").isSymbolicLink());
    assert.equal(readlinkSync("src/lib"), "../lib");
  });
});

describe("rooms: what a room never holds", () => {
  it("lib: no file that only hands on what others export", () => {
    const barrels = filesOf("lib", /\.ts$/).filter((file) => /^export (\*|\{[^}]*\}) from/m.test(read(file)));
    assert.deepEqual(barrels, []);
  });

  it("components: no file attachments, no fetching", () => {
    const guilty = filesOf("src/components", /\.ts$/).filter((file) => /FileAttachment|\bfetch\(/.test(read(file)));
    assert.deepEqual(guilty, []);
  });

  it("src/data: no output beside its loader, which would silently replace it", () => {
    const outputs = filesOf("src/data", /./).filter((file) => !file.endsWith(".ts"));
    assert.deepEqual(outputs, []);
  });

  it("pages: no Plot calls, no implicit libraries, no block over 12 lines", () => {
    const guilty = filesOf("src", /\.md$/).flatMap((file) => {
      return blocksOf(read(file))
        .filter((block) => block.trim().split("\n").length > 12 || /\b(Plot|Inputs|d3|aq|htl)\.|npm:/.test(block))
        .map((block) => `${file}: ${block.slice(0, 80)}`);
    });
    assert.deepEqual(guilty, []);
  });
});
