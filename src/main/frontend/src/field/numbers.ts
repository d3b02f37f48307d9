const THAI_ZERO = "๐".charCodeAt(0);

// What people write with Thai digits, in those that programs read.
export const latin = (text: string): string => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));

// A number as people write it: Thai digits, commas, a unit behind it.
export const number = (text: string): number => Number(/^[-+]?\d+(\.\d+)?/.exec(latin(text).replaceAll(",", ""))?.[0] ?? "x");
