import { useState } from 'react';

/**
 * The workspace that is invited into, and a number that changes with it: a draft belongs to its workspace.
 * It is the one that was given, until another is made in the dialog; that one keeps the draft, also when the
 * host opens it meanwhile.
 */
export function useTarget(given: string, isOpen: boolean) {
  const [state, setState] = useState({ given, target: given, turn: 0, isOpen });
  const isOpening = isOpen && !state.isOpen;
  if (given !== state.given || isOpen !== state.isOpen) {
    const target = given !== state.given || isOpening ? given : state.target;
    setState({ given, target, isOpen, turn: target === state.target ? state.turn : state.turn + 1 });
  }
  const retarget = (target: string) => setState((before) => ({ ...before, target }));
  return { target: state.target, turn: state.turn, retarget };
}
