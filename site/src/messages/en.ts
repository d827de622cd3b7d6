export const en = {
  lessonNo: (n: number) => `Lesson ${n}`,
  minutes: (n: number) => `${n} min`,
  tasks: (n: number) => (n === 1 ? "1 task" : `${n} tasks`),
  check: "Check it",
  readFirst: "Read first: ",
  seeItFail: "See it by hand",
  hint: (n: number, of: number) => `Hint ${n} of ${of}`,
  copy: "Copy",
  copied: "Copied",
  terminal: "Terminal",
  quiz: "Quiz",
  question: (n: number) => `Question ${n}`,
  chooseOne: "Choose one.",
  chooseAll: "Choose all that apply.",
  checkAnswer: "Check the answer",
  tryAgain: "Try again",
  right: "Right.",
  wrong: "Not yet.",
  rightChoice: "right",
  wrongChoice: "not right",
  answer: "Answer",
  rightAnswer: (n: number): string => (n === 1 ? "The right answer:" : "The right answers:"),
  reading: { label: "Reading language", en: "English", "zh-TW": "中文", both: "Both" },
  guide: "Guide",
  solution: "Solution",
  teach: "Instructor notes",
  solutionNote:
    "This page gives the solution away. The code is folded; unfold it when your own version passes.",
  pages: "Pages of this lesson",
  footer: {
    licence: "Code under the MIT licence, text under",
    about: "A course on running Node.js in production. Everything here runs on your own machine.",
    end: ".",
    proof: "How the checks are proved",
  },
  notFound: {
    title: "Page not found",
    text: "There is no page at this address.",
    home: "Go to the first page",
  },
  home: {
    title: "Node.js in production, learned by doing",
    lead: "Your program will crash, lose a back end and be deployed at noon. Uptime teaches you to build Node.js servers that stay up through it, one small working program at a time.",
    start: "Start in one command",
    startNote:
      "You need Node.js 20 or later to run npx. The course brings its own Node.js 26 and installs the rest.",
    clone: "In a clone of the repository",
    firstLesson: "Begin with lesson 1",
    mapTitle: "What you will build",
    mapCaption:
      "A recorded run of lesson 3: a worker crashes, the primary starts another, and the shop stays open.",
    lessons: "Lessons",
    forWhom: "Who it is for",
    forWhomText:
      "You write JavaScript or TypeScript and have built a server with Express or something like it. You have not yet run one that other people depend on, or you have, and want to know why it fell over.",
    how: "How it works",
    ways: [
      [
        "Read",
        "Each lesson starts from a failure that you can reproduce, then explains what happened. In English, in Chinese, or both side by side.",
      ],
      [
        "Do",
        "You change a small program in your own editor. The checks start it as a user would, send it requests, kill its workers, and say what they saw.",
      ],
      [
        "Teach",
        "Every lesson has instructor notes: what to show, how long it takes, and where people get stuck.",
      ],
    ],
  },
  lessonsPage: {
    title: "Lessons",
    lead: "Every lesson has its own starting program, so you can take them in any order. The order here is the one we would choose.",
  },
  solutionsPage: {
    title: "Solutions",
    lead: "One good answer for each lesson, with the reasons for its choices. The checks accept any program that behaves.",
  },
  teachPage: {
    title: "For instructors",
    lead: "Notes for teaching the lessons to a room: minutes per task, what to show, what goes wrong, and questions to ask.",
  },
  glossary: {
    title: "Glossary",
    lead: "The words that the lessons use, in both languages.",
    filter: "Filter the terms",
    count: (n: number) => (n === 1 ? "1 term" : `${n} terms`),
    none: "No term matches.",
  },
  proof: {
    title: "How the checks are proved",
    lead: "A check that nobody has checked proves nothing. These are the figures of ours, for contributors and for whoever wants to know how far a verdict can be trusted.",
    notRecorded: "Nothing is recorded yet.",
    variants: {
      title: "Right and wrong programs",
      lead: "Each lesson has its starter, which must fail, its solution and other right programs, which must pass, and named wrong programs, each of which must get exactly the report that names its cause.",
      command: "npx pnpm prove",
      head: ["lesson", "tasks", "checks", "other right programs", "wrong programs"],
    },
    mutants: {
      title: "Solutions with one thing changed",
      lead: "A command changes the solution in one place after the other: a listener less, a forgotten await, a condition turned round, a directive less. Whatever all checks let pass is either as right as the solution, and listed with the reason, or a check is missing.",
      command: "npx pnpm prove --mutants",
      head: ["lesson", "made", "caught", "let pass", "as right", "score"],
    },
    load: {
      title: "Slow machines",
      lead: "Programs under check run on half a core, and beside eight busy processes on each core, in random order and several at a time. A verdict that differs from that of an idle machine is a false one.",
      command: "npx pnpm prove --load",
      head: ["lesson", "runs on half a core", "false", "runs on busy cores", "false"],
    },
    bench: {
      title: "How long it takes",
      lead: (cores: number, node: string) =>
        `Seconds on a machine with ${cores} cores and Node.js ${node}. The last column compares with an empty vitest file, because machines differ.`,
      command: "npx pnpm bench",
      head: ["what", "median", "least", "most", "× empty vitest"],
    },
    cheaters: {
      title: "Programs that cheat",
      lead: "A program can try to pass without doing what is asked. Checks look at processes, connections and signals, not at what a program says of itself; what they can't know stands here, too.",
      caught: (task: string, check: string) => `Caught by ${task} › ${check}.`,
      passes: "Passes: the checks can't know.",
    },
  },
};

export type Messages = typeof en;
