import type { Family, Kernel } from '../kernel/kernel.js';
import { controlPages } from './control.js';
import { deliveryOf } from './delivery.js';
import { endpointRoutes } from './endpointRoutes.js';

/** Webhooks, and what can be done to the simulator from outside. */
export function deliveryFamily(kernel: Kernel): Family {
  return {
    routes: endpointRoutes(kernel),
    pages: controlPages(kernel),
    close: () => deliveryOf(kernel).close(),
  };
}
