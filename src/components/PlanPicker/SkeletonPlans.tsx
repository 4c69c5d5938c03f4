import { classNames } from '../../ui/index.js';
import { SkeletonLine, SkeletonRest } from '../parts/SkeletonRest.js';

/** Rows of what plans hold, as many as a catalogue often has. */
const FEATURES = <SkeletonRest kind="features" pieces={5} />;

/** What stands where a choice of a few will. */
export const SkeletonSwitch = ({ className }: { className?: string | undefined }) => (
  <span className={classNames('gh-switch gh-switch-skeleton', className)} aria-hidden="true" />
);

/** Plans that are on their way, laid out as those that come are. Nothing to assistive technology. */
export const SkeletonPlans = ({ count }: { count: number }) => (
  <>
    <SkeletonSwitch className="gh-picker-plans" />
    <div className="gh-plans" aria-hidden="true">
      {Array.from({ length: count }, (_, column) => (
        <div key={column} className="gh-plan gh-plan-skeleton" data-shown={column === 0 ? '' : undefined}>
          <div className="gh-plan-head">
            <span className="gh-section-heading">
              <SkeletonLine width={64} />
            </span>
          </div>
          <div className="gh-plan-description">
            <SkeletonLine width="88%" />
            <SkeletonLine width="56%" />
          </div>
          <div className="gh-plan-price">
            <SkeletonLine width="40%" />
          </div>
          <div className="gh-plan-real">
            <SkeletonLine width="72%" />
          </div>
          <div className="gh-plan-act">
            <div className="gh-skeleton-button" />
          </div>
          <div className="gh-plan-features">{FEATURES}</div>
        </div>
      ))}
    </div>
    <div className="gh-features">{FEATURES}</div>
  </>
);
