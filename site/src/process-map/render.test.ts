import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { ProcessMap, type ProcessMapProps } from "./index.tsx";
import { sample } from "./samples/read.ts";

const html = (props: ProcessMapProps): string => renderToString(createElement(ProcessMap, props));
const crash = sample("crash");

test("the server draws the still frame for both widths, with the log", () => {
  const page = html({ trace: crash, lang: "en" });
  expect(page.match(/role="img"/g)).toHaveLength(2);
  expect(page).toContain("crashed");
  expect(page).toContain("worker 2 (4102) crashes: the order is gone; requests lost: 2");
  expect(page).toContain('aria-live="off"');
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

test("the quiet map has no control but pause, and keeps its log", () => {
  const page = html({ trace: crash, lang: "zh-TW", quiet: true });
  expect(page.match(/<button/g)).toHaveLength(1);
  expect(page).toContain('aria-label="暫停"');
  expect(page).toContain("工作行程 2（4102）當掉");
});

test("a live map can be drawn before anything happened", () => {
  expect(html({ events: [], lang: "en" })).toContain("Waiting for the program to start.");
  expect(html({ events: crash.events.slice(0, 9), lang: "en" })).toContain("starting");
});

test("no coordinate has more than two decimals, which server and browser could round apart", () => {
  const page = html({ trace: sample("storm"), lang: "en" });
  expect(page.match(/\d\.\d{3,}/g)).toBeNull();
});
