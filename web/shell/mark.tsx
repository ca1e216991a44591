// The mark: a thread with one knot.
export function Mark({ large = false }: { large?: boolean }) {
  return (
    <svg className="mark" width={large ? 52 : 30} height={large ? 42 : 24} viewBox="0 0 30 24" fill="none" aria-hidden="true">
      <path d="M1 20C7 20 6 4 12 4s4 14 10 14c3 0 4-2 7-2" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" />
      <circle cx="12" cy="4" r="3.4" fill="currentColor" />
    </svg>
  );
}
