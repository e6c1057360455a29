/** WebKit leaves behind the bar what gets the focus there, whatever its `scroll-margin`. */
export function uncover({ currentTarget, target }: FocusEvent): void {
  const bar = (currentTarget as Element).firstElementChild!.getBoundingClientRect();
  const control = target as Element;
  // What is pressed is seen already, and must not move from under the finger.
  if (control.getBoundingClientRect().top < bar.bottom && !control.matches(':active, :active *')) {
    control.scrollIntoView({ block: 'center' });
  }
}
