import type {
  ConsentField,
  Field,
  PhotoField,
  RecordsField,
  VillageField,
} from '../../domain/forms/field.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import type { ControlProps } from './control.ts';
import { LocationControl } from './LocationControl.tsx';
import { ManyControl } from './ManyControl.tsx';
import { PartsControl } from './PartsControl.tsx';
import { WrittenControl } from './WrittenControl.tsx';

/** Fields whose answers lie elsewhere, or ask for more than a form knows: their screen draws them. */
export type DrawnElsewhere = PhotoField | VillageField | ConsentField | RecordsField;

/** From the type of a field to its control: the one table. */
export function FieldControl(props: ControlProps<Exclude<Field, DrawnElsewhere>>) {
  const { field } = props;
  switch (field.type) {
    case 'text':
    case 'number':
    case 'year':
    case 'day':
    case 'time':
    case 'lines':
      return <WrittenControl {...props} field={field} />;
    case 'choice':
      return <ChoiceControl {...props} field={field} />;
    case 'many':
      return <ManyControl {...props} field={field} />;
    case 'aid':
    case 'counts':
    case 'publication':
    case 'story':
    case 'respondent':
      return <PartsControl {...props} field={field} />;
    case 'location':
      return <LocationControl {...props} field={field} />;
  }
}

/** True for a field that this room has a control for. */
export function isDrawnHere(field: Field): field is Exclude<Field, DrawnElsewhere> {
  return !['photo', 'village', 'consent', 'records'].includes(field.type);
}
