// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it} from "vitest";
import {html} from "../../src/components/html.js";
import {numberFrom, oneOf, pageState} from "../../src/components/pageState.js";
import {redrawn} from "../../src/components/redrawn.js";

interface Chosen {
  fruit: string;
  size: number;
  count: number;
}

const state = () =>
  pageState<Chosen>({
    fruit: oneOf(["apple", "pear", "a b"], "apple"),
    size: numberFrom(0.5, 20, 1),
    count: numberFrom(0, 100, 50, {whole: true})
  });
const at = (address: string) => history.replaceState(null, "", `/models${address}`);
const address = () => location.pathname + location.search + location.hash;

beforeEach(() => at(""));

describe("pageState(choices)", () => {
  it("starts as told, and leaves an address without choices alone", () => {
    at("?foo=1#part");
    assert.deepEqual({...state().now}, {fruit: "apple", size: 1, count: 50});
    assert.equal(address(), "/models?foo=1#part");
  });

  it("reads the address, and ignores what is no choice", () => {
    at("?fruit=pear&size=2.5&count=7");
    assert.deepEqual({...state().now}, {fruit: "pear", size: 2.5, count: 7});
    for (const query of [
      "fruit=plum&size=21&count=7.5",
      "fruit=&size=&count=%20",
      "size=x&count=-1",
      "size=NaN&count=1e3"
    ]) {
      at(`?${query}`);
      assert.deepEqual({...state().now}, {fruit: "apple", size: 1, count: 50}, query);
    }
  });

  it("writes what is not as at first, keeps the hash and what is not its own, and is read back the same", () => {
    at("?foo=1&fruit=plum#part");
    const {set} = state();
    set({fruit: "a b", size: 0.5});
    assert.equal(address(), "/models?foo=1&fruit=a+b&size=0.5#part");
    assert.deepEqual({...state().now}, {fruit: "a b", size: 0.5, count: 50});
    set({fruit: "apple", size: 1});
    assert.equal(address(), "/models?foo=1#part");
  });

  it("adds nothing to the history", () => {
    const before = history.length;
    state().set({count: 3});
    assert.equal(history.length, before);
  });

  it("tells those who watch a choice, once, and only if it changed", () => {
    const {set, watch} = state();
    const told: string[] = [];
    watch(["fruit", "size"], () => told.push("both"));
    watch(["count"], () => told.push("count"));
    assert.deepEqual(told.splice(0), ["both", "count"]);
    set({fruit: "pear", size: 3});
    assert.deepEqual(told.splice(0), ["both"]);
    set({fruit: "pear", count: 50});
    assert.deepEqual(told, []);
    set({count: 51});
    assert.deepEqual(told, ["count"]);
  });

  it("ends what a watcher started to watch when it runs again", () => {
    const {now, set, watch} = state();
    const told: string[] = [];
    watch(["fruit"], () => {
      const {fruit} = now;
      watch(["size"], () => {
        told.push(`${fruit} ${now.size}`);
        watch(["count"], () => told.push(`${fruit} ${now.size} ${now.count}`));
      });
    });
    assert.deepEqual(told.splice(0), ["apple 1", "apple 1 50"]);
    set({fruit: "pear", size: 2});
    assert.deepEqual(told.splice(0), ["pear 2", "pear 2 50"]);
    set({size: 3});
    assert.deepEqual(told.splice(0), ["pear 3", "pear 3 50"]);
    set({count: 4});
    assert.deepEqual(told, ["pear 3 4"]);
  });
});

it("redrawn(state, names, draw) draws in place, and nothing where there is nothing", () => {
  const chosen = state();
  const element = redrawn(chosen, ["count"], () => (chosen.now.count > 5 ? html`<p>${chosen.now.count}</p>` : null));
  assert.equal(element.innerHTML, "<p>50</p>");
  chosen.set({count: 6});
  assert.equal(element.innerHTML, "<p>6</p>");
  chosen.set({count: 5});
  assert.equal(element.innerHTML, "");
});
