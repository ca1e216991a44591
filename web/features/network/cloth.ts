// Reading the matrix. Pure.
import type { Schema } from "@/api/client";

export type Network = Schema["Network"];
export type Agreement = Schema["Agreement"];
export type Level = Agreement["level"];

/** From talking to being one (INJUV 6.2). */
export const levels: readonly Level[] = ["communication", "cooperation", "coordination", "collaboration", "convergence", "consolidation"];

/** 1 to 6; 0 without an agreement. */
export const numberOf = (level: Level | undefined): number => (level === undefined ? 0 : levels.indexOf(level) + 1);

/** The one in force between two institutions, whichever signed first. */
export const agreementOf = (network: Network, one: string, other: string): Agreement | undefined =>
  network.agreements.find(({ first_id, second_id }) => (first_id === one && second_id === other) || (first_id === other && second_id === one));

/** Where an arrow leads in a square of `size`, past the diagonal, where nobody agrees with themselves. */
export function step(key: string, [row, column]: [number, number], size: number): [number, number] | undefined {
  const moves: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const move = moves[key];
  if (!move) return undefined;
  const inside = ([r, c]: [number, number]) => r >= 0 && c >= 0 && r < size && c < size;
  let to: [number, number] = [row + move[0], column + move[1]];
  if (to[0] === to[1]) to = [to[0] + move[0], to[1] + move[1]];
  return inside(to) ? to : [row, column];
}
