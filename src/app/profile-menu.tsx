import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { Avatar } from '#src/ui/avatar.tsx';
import { CheckIcon, MoonIcon, PersonIcon, ScreenIcon, SignOutIcon, SunIcon } from '#src/ui/icons.tsx';
import classes from './profile-menu.module.css';
import { useSignOut } from './use-sign-out.ts';

const appearances = [
  { value: 'light', label: m.shell_appearance_light, icon: SunIcon },
  { value: 'dark', label: m.shell_appearance_dark, icon: MoonIcon },
  { value: 'auto', label: m.shell_appearance_system, icon: ScreenIcon },
] as const;

export function ProfileMenu({ me }: { me: Me }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={m.shell_profile_menu({ name: me.name })}>
          <Avatar name={me.name} color={me.color} src={me.image?.downloadURL} size={28} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<PersonIcon size={16} />}
          renderRoot={(props) => <Link to="/profile" {...props} />}
        >
          {m.shell_profile()}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{m.shell_appearance()}</Menu.Label>
        {appearances.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === value && <CheckIcon size={16} />}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(value)}
          >
            {label()}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<SignOutIcon size={16} />} onClick={() => void signOut()}>
          {m.shell_sign_out()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
