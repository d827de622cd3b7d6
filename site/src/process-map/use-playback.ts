import { useEffect, useRef, useState } from "react";

export interface Playback {
  readonly time: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly play: () => void;
  readonly pause: () => void;
  readonly restart: () => void;
  readonly seek: (time: number) => void;
  readonly setSpeed: (speed: number) => void;
}

interface Options {
  readonly duration: number;
  /** The still frame shown before anybody presses play. */
  readonly poster: number;
  /** Plays without being asked. */
  readonly autoplay?: boolean;
  /** Starts over after this pause, in ms; without it, playing ends at the end. */
  readonly loopAfter?: number;
  /** Time stands while this is false, for instance out of sight. */
  readonly active?: boolean;
}

/** The clock of a recorded run. The first play starts from the beginning, not from the poster. */
export function usePlayback(options: Options): Playback {
  const { duration, poster, autoplay = false, loopAfter, active = true } = options;
  const [time, setTime] = useState(poster);
  const [wanted, setWanted] = useState(autoplay);
  const [speed, setSpeed] = useState(1);
  const untouched = useRef(true);
  const end = duration + (loopAfter ?? 0);
  const playing = wanted && (loopAfter !== undefined || time < duration);
  useFrames(playing && active, (elapsed) => {
    setTime((now) => {
      const next = now + elapsed * speed;
      if (next < end) return next;
      return loopAfter === undefined ? duration : 0;
    });
  });
  const seek = (to: number): void => {
    untouched.current = false;
    // Going back from the end does not start it again.
    if (!playing) setWanted(false);
    setTime(Math.min(duration, Math.max(0, to)));
  };
  return {
    time: Math.min(time, duration),
    playing,
    speed,
    play() {
      if ((untouched.current && loopAfter === undefined) || time >= end) setTime(0);
      untouched.current = false;
      setWanted(true);
    },
    pause: () => setWanted(false),
    restart() {
      seek(0);
      setWanted(true);
    },
    seek,
    setSpeed,
  };
}

/** Calls back on every animation frame with the ms since the last, at most a tenth of a second. */
export function useFrames(on: boolean, onFrame: (elapsed: number) => void): void {
  const callback = useRef(onFrame);
  useEffect(() => {
    callback.current = onFrame;
  });
  useEffect(() => {
    if (!on) return undefined;
    let before = performance.now();
    const step = (now: number): void => {
      callback.current(Math.min(100, Math.max(0, now - before)));
      before = now;
      frame = requestAnimationFrame(step);
    };
    let frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [on]);
}
