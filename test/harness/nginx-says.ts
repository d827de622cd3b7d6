import type { Language } from "./words.ts";

type Both = Record<Language, (match: RegExpExecArray) => string>;

/** What nginx's messages mean, the most particular first. */
const MEANINGS: [RegExp, Both][] = [
  [
    /unexpected end of file/,
    {
      en: () =>
        'A "}" is missing: some block is opened and never closed. nginx notices only where the file ends, so look further up.',
      "zh-TW": () =>
        "少了一個「}」：有個區塊開了卻沒有關。nginx 讀到檔案結尾才會發現，所以要往上找。",
    },
  ],
  [
    /unexpected "\}"/,
    {
      en: () =>
        'Either the line above lacks its ";", so that nginx reads on to this "}", or there is one "}" too many.',
      "zh-TW": () => "可能是上一行少了「;」，nginx 就一路讀到這個「}」；也可能是多了一個「}」。",
    },
  ],
  [
    /directive "(\w+)" is not terminated by ";"\n.*\{$/,
    {
      en: ([, name]) =>
        `The block ${name} begins while nginx is still inside another one: the "}" of the block above is missing.`,
      "zh-TW": ([, name]) => `${name} 區塊開始時，nginx 還在另一個區塊裡：前面那個區塊少了「}」。`,
    },
  ],
  [
    /directive "(\w+)" is not terminated by ";"/,
    {
      en: ([, name]) => `The directive ${name} lacks its ";", on this line or on the one before.`,
      "zh-TW": ([, name]) => `${name} 這個指令少了「;」，在這一行或前一行。`,
    },
  ],
  [
    /unknown directive "sticky"/,
    {
      en: () =>
        "Only nginx 1.29.6 and newer knows sticky. With this one, hash or ip_hash keep a client at one server.",
      "zh-TW": () =>
        "nginx 1.29.6 以後才有 sticky。這個版本要讓用戶端固定在同一台伺服器，請用 hash 或 ip_hash。",
    },
  ],
  [
    /unknown directive "(.*?)"/,
    {
      en: ([, name]) => `nginx has no directive ${name}. Look for a typing error.`,
      "zh-TW": ([, name]) => `nginx 沒有 ${name} 這個指令，請檢查有沒有打錯。`,
    },
  ],
  [
    /invalid number of arguments in "(\w+)"/,
    {
      en: ([, name]) =>
        `The directive ${name} has too many or too few words. Most often its ";" is missing, so that the next line is taken for a part of it.`,
      "zh-TW": ([, name]) =>
        `${name} 這個指令後面的字太多或太少。最常見的原因是少了「;」，下一行就被當成它的一部分。`,
    },
  ],
  [
    /invalid URL prefix/,
    {
      en: () =>
        "proxy_pass needs a whole URL: http:// and then the name of the upstream, or an address.",
      "zh-TW": () => "proxy_pass 需要完整的 URL：先寫 http://，再寫 upstream 的名稱或位址。",
    },
  ],
  [
    /host not found in upstream "(.*?)"/,
    {
      en: ([, name]) =>
        `There is no upstream block with the name ${name}, so nginx took it for the name of a machine, and found none. The name after http:// must be the one after upstream.`,
      "zh-TW": ([, name]) =>
        `沒有名為 ${name} 的 upstream 區塊，nginx 就把它當成主機名稱，卻找不到。http:// 後面的名稱必須和 upstream 後面的相同。`,
    },
  ],
  [
    /"(\w+)" directive is not allowed here/,
    {
      en: ([, name]) =>
        `The directive ${name} stands in the wrong block; perhaps a "}" above it is missing, or there is one too many.`,
      "zh-TW": ([, name]) => `${name} 這個指令寫錯了區塊；也可能是前面少了或多了一個「}」。`,
    },
  ],
  [
    /unknown "(\w+)" variable/,
    {
      en: ([, name]) => `nginx has no variable $${name}, and the file defines none.`,
      "zh-TW": ([, name]) => `nginx 沒有 $${name} 這個變數，檔案裡也沒有定義。`,
    },
  ],
  [
    /"(\w+)" directive is duplicate|duplicate (\w+)/,
    {
      en: ([, name, thing]) => `There may be only one ${name ?? thing} of this kind here.`,
      "zh-TW": ([, name, thing]) => `這裡只能有一個這樣的 ${name ?? thing}。`,
    },
  ],
  [
    /no live upstreams|no servers are inside upstream|no servers in upstream/,
    {
      en: () => "An upstream needs at least one server that is neither down nor a backup.",
      "zh-TW": () => "upstream 裡至少要有一個不是 down 也不是 backup 的 server。",
    },
  ],
  [
    /open\(\) "(.*?)" failed/,
    {
      en: ([, file]) => `The file ${file} is not there, or may not be read.`,
      "zh-TW": ([, file]) => `找不到檔案 ${file}，或沒有權限讀取。`,
    },
  ],
  [
    /load balancing method redefined/,
    {
      en: () =>
        "An upstream has one way to choose a server. It must stand before keepalive, and only once.",
      "zh-TW": () =>
        "一個 upstream 只有一種選擇伺服器的方法；它要寫在 keepalive 之前，而且只寫一次。",
    },
  ],
];

/** What a message of nginx about a line means, if it is a known one. Patterns see the message and, below it, the line. */
export function meaningOf(message: string, line: string, language: Language): string | undefined {
  for (const [pattern, says] of MEANINGS) {
    const match = pattern.exec(`${message}\n${line}`);
    if (match) return says[language](match);
  }
  return undefined;
}
