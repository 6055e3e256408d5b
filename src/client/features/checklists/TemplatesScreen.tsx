import { subjects } from '../../../domain/checklists/template.ts';
import { templateOfRef } from '../../../domain/checklists/template.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { templateWords } from '../../parts/checklist/checklist-words.ts';
import { coordinates } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon, chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAllTemplates } from './use-all-templates.ts';

/** The lists as a coordinator shapes them; what was begun keeps the version it was begun with. */
export function TemplatesScreen() {
  const { account } = useServices();
  const { t, language } = useI18n();
  const all = useAllTemplates();
  const mayChange = coordinates(account.active.value);
  return (
    <Screen
      title={t('checklist.template.title')}
      detail={t('checklist.template.text')}
      back={paths.home()}
    >
      {!mayChange ? (
        <Banner kind="info">{t('checklist.template.noRight')}</Banner>
      ) : !all ? (
        <Skeleton label={t('checklist.list.loading')} rows={5} />
      ) : (
        <>
          {subjects.map(subject => (
            <Card key={subject} padding="flush" title={t(`checklist.subject.${subject}`)}>
              <List>
                {all.newest
                  .filter(({ content }) => content.for === subject)
                  .map(({ ref, content }) => (
                    <ListRow
                      key={ref}
                      href={laterPaths.template(templateOfRef(ref))}
                      title={templateWords(content.title, language)}
                      detail={t('checklist.template.size', {
                        n: content.items.length,
                        version: content.number,
                      })}
                      trailing={
                        <>
                          {content.retired && <Badge>{t('checklist.template.retired')}</Badge>}
                          <Icon shape={chevronIcon} />
                        </>
                      }
                    />
                  ))}
              </List>
            </Card>
          ))}
          <ButtonLink href={laterPaths.template('new')} icon={addIcon} block>
            {t('checklist.template.begin')}
          </ButtonLink>
          <p>{t('checklist.list.proposal')}</p>
        </>
      )}
    </Screen>
  );
}
