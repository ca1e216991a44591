// Chance that repeats: the same seed makes the same plan, so that a failure can be had again.
export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /// 0 ≤ n < 2³² (mulberry32).
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  below(limit) {
    return this.next() % limit;
  }
  pick(list) {
    return list[this.below(list.length)];
  }
  percent(chance) {
    return this.below(100) < chance;
  }
  /// An id of no record that is.
  uuid() {
    return this.key().replaceAll("-", "").replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-7$3-8$4-$5");
  }
  /// An Idempotency-Key.
  key() {
    return Array.from({ length: 4 }, () => this.next().toString(16).padStart(8, "0")).join("-");
  }
}
