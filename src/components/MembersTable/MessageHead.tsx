/** The line where a group's label would stand. */
export function MessageHead({ children }: { children: string }) {
  return (
    <div className="gh-group-head gh-head">
      <span className="gh-group-name">{children}</span>
    </div>
  );
}
