import { Component, type ComponentChildren } from 'preact';

interface CrashBoundaryProps {
  onCrash: (error: unknown) => void;
  children: ComponentChildren;
}

/** Catches what no screen could draw around, takes everything away, and hands the error on. */
export class CrashBoundary extends Component<CrashBoundaryProps, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ hasCrashed: true }, () => this.props.onCrash(error));
  }

  override render() {
    return this.state.hasCrashed ? null : this.props.children;
  }
}
