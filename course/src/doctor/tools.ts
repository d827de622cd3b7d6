import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { run } from "../components/run.ts";
import { bad, ok, warn, type Look } from "./entry.ts";

const WITHIN = 2000;
/** Older ones don't know all settings of pnpm-workspace.yaml. */
const PNPM = 12;
const major = (version: string) => Number(/\d+/.exec(version)?.[0]);

/** The Node.js that runs us, and every program of a lesson: it should be the course's own. */
export const lookAtNode: Look = ({ root }) => {
  const own = join(root, "node_modules/node/bin/node");
  const { version, execPath } = process;
  if (existsSync(own) && realpathSync(own) === realpathSync(execPath)) {
    return ok({
      en: `Node.js ${version}, the course's own.`,
      "zh-TW": `Node.js ${version}，課程自帶的版本。`,
    });
  }
  return warn(
    {
      en: `Node.js ${version} from ${execPath}, not the course's own.`,
      "zh-TW": `Node.js ${version}（${execPath}），不是課程自帶的版本。`,
    },
    {
      en: "Run commands as npx pnpm …, which puts the course's Node.js first.",
      "zh-TW": "請用 npx pnpm … 執行指令，課程自帶的 Node.js 才會優先。",
    },
  );
};

/** The Node.js that ran npx; npm puts its path into the environment. It only starts pnpm. */
export const lookAtNpx: Look = async () => {
  const path = process.env["npm_node_execpath"];
  if (!path) return ok({ en: "Not started through npx.", "zh-TW": "不是透過 npx 啟動。" });
  const version = (await run(path, ["--version"], { within: WITHIN })).stdout.trim();
  if (major(version) >= 20) {
    return ok({
      en: `npx runs on Node.js ${version} (${path}).`,
      "zh-TW": `npx 由 Node.js ${version} 執行（${path}）。`,
    });
  }
  return warn(
    {
      en: `npx runs on Node.js ${version || "?"} (${path}), which is older than 20.`,
      "zh-TW": `npx 由 Node.js ${version || "?"} 執行（${path}），版本低於 20。`,
    },
    {
      en: "Install Node.js 20 or later from https://nodejs.org.",
      "zh-TW": "請從 https://nodejs.org 安裝 Node.js 20 以上的版本。",
    },
  );
};

/** The pnpm that started us tells its version as a user agent: "pnpm/12.21.0 npm/? node/? linux x64". */
export const lookAtPnpm: Look = () => {
  const version = /pnpm\/(\S+)/.exec(process.env["npm_config_user_agent"] ?? "")?.[1];
  if (!version) return ok({ en: "Not started through pnpm.", "zh-TW": "不是透過 pnpm 啟動。" });
  if (major(version) >= PNPM) return ok({ en: `pnpm ${version}.`, "zh-TW": `pnpm ${version}。` });
  return warn(
    {
      en: `pnpm ${version}; the course is made with pnpm ${PNPM}.`,
      "zh-TW": `pnpm ${version}；課程使用的是 pnpm ${PNPM}。`,
    },
    {
      en: `Use npx pnpm@${PNPM} instead of pnpm.`,
      "zh-TW": `請改用 npx pnpm@${PNPM}，不要直接用 pnpm。`,
    },
  );
};

/** The guides show requests as curl commands. */
export const lookAtCurl: Look = async () => {
  const { code, stdout } = await run("curl", ["--version"], { within: WITHIN });
  const version = /^curl (\S+)/.exec(stdout)?.[1];
  if (code === 0 && version) return ok({ en: `curl ${version}.`, "zh-TW": `curl ${version}。` });
  return bad(
    {
      en: "curl is not here; the lessons send requests by hand with it.",
      "zh-TW": "找不到 curl；課文中會用它手動送出請求。",
    },
    {
      en: "Install curl with this system's package manager.",
      "zh-TW": "請用系統的套件管理工具安裝 curl。",
    },
  );
};
