import type { ComponentChildren } from 'preact';

/** Drawn on a 16 x 16 grid in the colour of the text; names are given by what holds them. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.2" />
      <path d="m10.2 10.2 3.3 3.3" />
    </Icon>
  );
}

/** A bookmark, filled when saved. */
export function SaveIcon({ saved }: { saved: boolean }) {
  return (
    <Icon>
      <path d="M4.3 2.5h7.4v11L8 10.6l-3.7 2.9z" fill={saved ? 'currentColor' : 'none'} />
    </Icon>
  );
}

export function RemoveIcon() {
  return (
    <Icon>
      <path d="m4.2 4.2 7.6 7.6m0-7.6-7.6 7.6" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon>
      <path d="M9.8 3.5 5.3 8l4.5 4.5" />
    </Icon>
  );
}

export function RenameIcon() {
  return (
    <Icon>
      <path d="m10.6 2.9 2.5 2.5-7.4 7.4-3.1.6.6-3.1z" />
    </Icon>
  );
}

export function DeleteIcon() {
  return (
    <Icon>
      <path d="M2.8 4.4h10.4M6.4 4.2V2.7h3.2v1.5M4.2 4.4l.6 8.9h6.4l.6-8.9" />
    </Icon>
  );
}

export function AwayIcon() {
  return (
    <Icon>
      <path d="M6.4 4H3.5v8.5H12V9.6M9 3.2h3.8V7M12.5 3.5 7.2 8.8" />
    </Icon>
  );
}
