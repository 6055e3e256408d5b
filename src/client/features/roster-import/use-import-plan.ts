import { useLayoutEffect, useState } from 'preact/hooks';
import { placesOf } from '../../../domain/roster/match-place.ts';
import type { Layout } from '../../../domain/roster/guess-layout.ts';
import type { PersonHere } from '../../../domain/roster/plan-import.ts';
import type { PlanSummary } from '../../../domain/roster/summarise-plan.ts';
import type { Participant } from '../../../domain/records/participant.ts';
import { useServices, type RosterDesk } from '../../app-services.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../data/record-view.ts';
import { listRoster } from '../../parts/roster.ts';

/** A plan with the people it was made against. */
export interface MadePlan {
  summary: PlanSummary;
  views: ReadonlyMap<string, RecordView>;
}

/** How far the planning is: 0 to 1; or that it could not be done. */
export type Planning =
  { is: 'under-way'; share: number } | { is: 'done'; made: MadePlan } | { is: 'failed' };

/** Plans the import of a sheet anew whenever it is to be read otherwise. Undefined without a column of names. */
export function useImportPlan(
  desk: RosterDesk | undefined,
  stream: string,
  wanted: { sheet: number; layout: Layout } | undefined,
): Planning | undefined {
  const { records, loadTerritory } = useServices();
  const [planning, setPlanning] = useState<Planning>();
  const hasNames = wanted?.layout.columns.includes('name') === true;

  // At once, not after the table is painted: the worker has nothing else to do.
  useLayoutEffect(() => {
    if (!desk || !wanted || !hasNames) {
      setPlanning(undefined);
      return;
    }
    let isGone = false;
    const tell = (planned: Planning) => {
      if (!isGone) setPlanning(planned);
    };
    tell({ is: 'under-way', share: 0 });
    async function plan(using: RosterDesk, { sheet, layout }: { sheet: number; layout: Layout }) {
      const places = placesOf(await loadTerritory());
      const shelf = await records.readShelf(stream, 'participant');
      const summary = await using.plan({ sheet, layout, places, here: peopleOf(shelf) }, share =>
        tell({ is: 'under-way', share }),
      );
      tell({ is: 'done', made: { summary, views: new Map(shelf.map(view => [view.r, view])) } });
    }
    plan(desk, wanted).catch(() => tell({ is: 'failed' }));
    return () => {
      isGone = true;
    };
  }, [desk, records, loadTerritory, stream, wanted, hasNames]);

  return planning;
}

/** Everybody once, and those who were taken off. */
function peopleOf(shelf: readonly RecordView[]): PersonHere[] {
  return [
    ...listRoster(shelf).map(({ id, participant }) => ({ ...participant, id })),
    ...shelf
      .filter(isDeletedView)
      .map(view => ({ ...valuesOf<Participant>(view), id: view.r, deleted: true })),
  ];
}
