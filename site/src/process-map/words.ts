import type { Lang, State } from "./types.ts";

/** The fixed words of the map. Sentences of the log stand in sentences.ts. */
export interface Words {
  readonly state: Readonly<Record<State, string>>;
  readonly leaving: string;
  readonly map: string;
  readonly primary: string;
  readonly process: string;
  readonly worker: string;
  readonly clients: string;
  readonly port: string;
  readonly play: string;
  readonly pause: string;
  readonly restart: string;
  readonly previous: string;
  readonly next: string;
  readonly speed: string;
  readonly time: string;
  readonly log: string;
  readonly announce: string;
  readonly request: string;
  readonly answer: string;
  readonly failed: string;
  readonly aborted: string;
  readonly earlier: string;
  readonly skipped: string;
  readonly waiting: string;
  readonly worth: (requests: number) => string;
  readonly inFlight: (requests: number) => string;
  readonly of: (now: string, end: string) => string;
}

const en: Words = {
  state: { starting: "starting", running: "running", crashed: "crashed", stopped: "stopped" },
  leaving: "finishing",
  map: "Process map",
  primary: "primary",
  process: "process",
  worker: "worker",
  clients: "clients",
  port: "port",
  play: "Play",
  pause: "Pause",
  restart: "From the start",
  previous: "Previous event",
  next: "Next event",
  speed: "Speed",
  time: "Time",
  log: "What happens",
  announce: "Announce events",
  request: "request",
  answer: "answer",
  failed: "answer with an error (5xx)",
  aborted: "nobody waits any more",
  earlier: "crashes in this place so far",
  skipped: "idle time left out",
  waiting: "Waiting for the program to start.",
  worth: (requests) => `one pearl = ${requests} requests`,
  inFlight: (requests) => `${requests} in flight`,
  of: (now, end) => `${now} of ${end}`,
};

const zhTW: Words = {
  state: { starting: "啟動中", running: "執行中", crashed: "當掉", stopped: "已停止" },
  leaving: "收尾中",
  map: "行程圖",
  primary: "主行程",
  process: "行程",
  worker: "工作行程",
  clients: "用戶端",
  port: "連接埠",
  play: "播放",
  pause: "暫停",
  restart: "從頭播放",
  previous: "上一個事件",
  next: "下一個事件",
  speed: "速度",
  time: "時間",
  log: "事件記錄",
  announce: "朗讀事件",
  request: "請求",
  answer: "回應",
  failed: "錯誤回應（5xx）",
  aborted: "已無人等候",
  earlier: "這個位置至今當掉的次數",
  skipped: "略過閒置時間",
  waiting: "等候程式啟動。",
  worth: (requests) => `一顆珍珠 = ${requests} 個請求`,
  inFlight: (requests) => `處理中 ${requests} 個`,
  of: (now, end) => `${now}，共 ${end}`,
};

export const wordsOf: Readonly<Record<Lang, Words>> = { en, "zh-TW": zhTW };

/** A real time as people read it: milliseconds below a second, else seconds. */
export function clock(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
