import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { CategoryItem, Depth } from '#contract/cost-centers.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { useWriteItem } from './mutations.ts';
import { itemOptions } from './queries.ts';
import type { TreeNode } from './tree.ts';

type Fields = { name: string; code: string; depth: string };
type Props = {
  category: number;
  /** The depths of the category. */
  depths: readonly Depth[];
  /** What is changed; a new one below `parent` without it. */
  node?: TreeNode;
  parent?: TreeNode | undefined;
  onClose: (saved?: number) => void;
};

/** Names a cost center, or makes one. */
export function ItemDialog(props: Props) {
  const { data, isPending, error } = useQuery({
    ...itemOptions(props.node?.item.id ?? 0),
    enabled: props.node !== undefined,
    gcTime: 0,
  });
  if (props.node && isPending) return null;
  return <ItemForm {...props} item={data} problem={error?.message} />;
}

type FormProps = Props & { item: CategoryItem | undefined; problem: string | undefined };

function ItemForm({ category, depths, node, parent, item, problem, onClose }: FormProps) {
  const write = useWriteItem();
  const { keyFor, settle } = useIntentionKey();
  const level = node ? node.level : parent ? parent.level + 1 : 0;
  const usual = depths.find((depth) => depth.level === level);
  // The answer names the depth of the level where none was set.
  const set = item?.depth && item.depth.id !== usual?.id ? String(item.depth.id) : '';
  const form = useForm<Fields>({
    defaultValues: { name: node?.item.name ?? '', code: node?.item.code ?? '', depth: set },
  });
  const { errors } = form.formState;

  const submit = form.handleSubmit(async ({ name, code, depth }) => {
    const body = { name: name.trim(), code: code.trim(), depth: depth ? { id: Number(depth) } : null };
    const place = { category: { id: category }, costCenterParent: parent ? { id: parent.item.id } : null };
    try {
      const created = { ...body, ...place };
      const saved = await write.mutateAsync(
        node ? { id: node.item.id, body } : { body: created, key: keyFor(created) },
      );
      settle();
      notify({ message: m.costs_saved({ name: saved.name }) });
      onClose(saved.id);
    } catch (failure) {
      showProblem(form, failure, ['name', 'code', 'depth']);
    }
  });

  return (
    <FormDialog
      title={node ? m.costs_edit() : parent ? m.costs_new_below({ name: parent.item.name }) : m.costs_new()}
      submitLabel={m.costs_save()}
      busy={write.isPending}
      problem={errors.root?.message ?? problem}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      <TextInput
        label={m.costs_name()}
        data-autofocus
        dir="auto"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.costs_name_missing() })}
      />
      <TextInput
        label={m.costs_code()}
        description={m.costs_code_hint()}
        maxLength={200}
        error={errors.code?.message}
        {...form.register('code')}
      />
      {depths.length > 0 && (
        <NativeSelect
          label={m.costs_called()}
          error={errors.depth?.message}
          data={[
            { value: '', label: usual ? m.costs_usual({ name: usual.name }) : m.costs_unnamed() },
            ...depths
              .filter(({ id }) => id !== usual?.id)
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          {...form.register('depth')}
        />
      )}
    </FormDialog>
  );
}
