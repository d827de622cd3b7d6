import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "static-and-errors" when a file is not there. */
export default findings({
  "missing-file-passed-on": {
    en: () => ({
      expected: "For a file that is not in public/assets, nginx answers 404 by itself.",
      seen: "It asked a server for it.",
      means:
        "The last parameter of try_files, or an error_page for 404, leads to a location that is passed on. Each wrong link then costs a server time. nginx answers 404 where there is neither, or with =404 as the last parameter.",
    }),
    "zh-TW": () => ({
      expected: "public/assets 裡沒有的檔案，nginx 會自己回 404。",
      seen: "它去問了伺服器。",
      means:
        "try_files 的最後一個參數，或 404 的 error_page，指到了會轉交出去的 location。這樣每個錯的連結都要花伺服器的時間。兩者都不寫，或最後一個參數寫 =404，nginx 就會自己回 404。",
    }),
  },
  "goes-by-ending": {
    en: () => ({
      expected: "nginx answers all of /assets/… itself, whatever the name ends with.",
      seen: "For shop.css it asked nobody. For a .webp it asked a server.",
      means:
        "The location goes by the ending of a name. A picture or a font of a kind that is not in the list is passed on, and a .css anywhere else is not. The path decides: location /assets/.",
    }),
    "zh-TW": () => ({
      expected: "/assets/… 底下不論檔名結尾是什麼，都由 nginx 自己回應。",
      seen: "shop.css 它沒有問任何人；換成 .webp，它就去問了伺服器。",
      means:
        "location 看的是檔名的結尾。清單裡沒有的圖片或字型會被轉交出去，別處的 .css 反而不會。該看的是路徑：location /assets/。",
    }),
  },
  "missing-file-found": {
    en: (d, f) => ({
      expected: "For a file that is not in public/assets, nginx answers 404 by itself.",
      seen: `It answered: ${f.text(ended(d, "en"))}.`,
      ...(isPage(d) && {
        means:
          "The last parameter of try_files, or an error_page with =200, puts a page in the place of the file, and calls it a success. A browser that wants a style sheet gets HTML and refuses it, and caches keep it under that name. Leave it out, or write =404.",
      }),
    }),
    "zh-TW": (d, f) => ({
      expected: "public/assets 裡沒有的檔案，nginx 會自己回 404。",
      seen: `它的回應是：${f.text(ended(d, "zh-TW"))}。`,
      ...(isPage(d) && {
        means:
          "try_files 的最後一個參數，或帶有 =200 的 error_page，拿一個頁面頂替了檔案，還說是成功。瀏覽器要的是樣式表，拿到 HTML 就不會用，快取也會照那個名稱存起來。把它拿掉，或寫 =404。",
      }),
    }),
  },
});

function isPage(d: Record<string, any>): boolean {
  return String(d["answer"] ?? "").startsWith("200");
}
