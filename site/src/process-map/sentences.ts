import type { AnswersEntry, LogEntry, Model, Process, ProcessEntry } from "./model.ts";
import type { Lang } from "./types.ts";
import { wordsOf } from "./words.ts";

/** What a process is called in a sentence. */
export function nameOf(process: Process | undefined, pid: number, lang: Lang): string {
  const words = wordsOf[lang];
  const zh = lang === "zh-TW";
  if (process?.worker !== undefined) {
    return `${words.worker} ${process.worker}${zh ? `（${pid}）` : ` (${pid})`}`;
  }
  if (process?.role === "worker") return `${words.worker} ${pid}`;
  return `${words.process} ${pid}`;
}

/** A log entry in words. */
export function sentence(entry: LogEntry, model: Model, lang: Lang): string {
  if (entry.kind === "answers") return answers(entry, model, lang);
  const process = model.processes[entry.pid];
  const name = callName(entry.pid, model, lang);
  if (entry.kind === "fork" && process?.parent !== undefined) {
    const primary = callName(process.parent, model, lang);
    return lang === "en" ? `${primary} forks ${name}` : `${primary} 產生（fork）${name}`;
  }
  return lang === "en" ? english(entry, name, process) : chinese(entry, name, process);
}

function callName(pid: number, { processes }: Model, lang: Lang): string {
  const isPrimary = Object.values(processes).some(({ parent }) => parent === pid);
  return isPrimary ? `${wordsOf[lang].primary} ${pid}` : nameOf(processes[pid], pid, lang);
}

function english(entry: ProcessEntry, name: string, process?: Process): string {
  const { code, signal, planned, message } = entry.ending ?? {};
  const lost = entry.lost ? `; requests lost: ${entry.lost}` : "";
  switch (entry.kind) {
    case "start":
      return `${name} starts${process?.file ? ` ${process.file}` : ""}`;
    case "fork":
      return `${name} is forked`;
    case "online":
      return `${name} is online, not listening yet`;
    case "listening":
      return `${name} listens${entry.port === undefined ? "" : ` on port ${entry.port}`}`;
    case "crash":
      return `${name} crashes${message ? `: ${message}` : ""}${lost}`;
    case "disconnect":
      return `${name} disconnects from the primary`;
    case "exit":
    case "end": {
      const how = signal ? `is ended by ${signal}` : `exits with code ${code ?? "unknown"}`;
      const plan = entry.kind === "end" ? "" : planned ? ", as planned" : ", not planned";
      return `${name} ${how}${plan}${lost}`;
    }
  }
}

function chinese(entry: ProcessEntry, name: string, process?: Process): string {
  const { code, signal, planned, message } = entry.ending ?? {};
  const lost = entry.lost ? `；${entry.lost} 個請求沒有得到回應` : "";
  const spaced = spacedName(name);
  switch (entry.kind) {
    case "start":
      return `${spaced}啟動${process?.file ? ` ${process.file}` : ""}`;
    case "fork":
      return `${spaced}產生（fork）`;
    case "online":
      return `${spaced}上線（online），尚未監聽`;
    case "listening":
      return `${spaced}開始監聽${entry.port === undefined ? "" : `連接埠 ${entry.port}`}`;
    case "crash":
      return `${spaced}當掉${message ? `：${message}` : ""}${lost}`;
    case "disconnect":
      return `${spaced}與主行程中斷連線`;
    case "exit":
    case "end": {
      const how = signal ? `被訊號 ${signal} 終止` : `結束，結束代碼 ${code ?? "不明"}`;
      const plan = entry.kind === "end" ? "" : planned ? "（計畫內）" : "（計畫外）";
      return `${spaced}${how}${plan}${lost}`;
    }
  }
}

/** Han after a digit wants a space; a full-width bracket brings its own. */
function spacedName(name: string): string {
  return name.endsWith("）") ? name : `${name} `;
}

function answers(entry: AnswersEntry, { processes }: Model, lang: Lang): string {
  const zh = lang === "zh-TW";
  const shares = Object.entries(entry.byPid).filter(([, count]) => count > 0);
  const total = shares.reduce((sum, [, count]) => sum + count, 0);
  const who = shares.map(([pid, count]) => {
    const id = processes[Number(pid)]?.worker;
    const name = id === undefined ? pid : `${wordsOf[lang].worker} ${id}`;
    return zh ? `${name}：${count}` : `${name}: ${count}`;
  });
  const detail = who.length < 2 || who.length > 8 ? "" : who.join(zh ? "、" : ", ");
  const flaws = [
    entry.failed > 0 && (zh ? `錯誤 ${entry.failed} 個` : `errors: ${entry.failed}`),
    entry.aborted > 0 && (zh ? `放棄 ${entry.aborted} 個` : `given up: ${entry.aborted}`),
  ].filter(Boolean);
  const parts = [detail, ...flaws].filter(Boolean).join(zh ? "；" : "; ");
  const only = shares.length === 1 ? Number(shares[0]?.[0]) : undefined;
  if (zh) {
    const by = only === undefined ? "" : spacedName(nameOf(processes[only], only, lang));
    return `${by}已回應 ${total} 個請求${parts && `（${parts}）`}`;
  }
  const by = only === undefined ? "" : ` by ${nameOf(processes[only], only, lang)}`;
  return `${total} ${total === 1 ? "request" : "requests"} answered${by}${parts && ` (${parts})`}`;
}
