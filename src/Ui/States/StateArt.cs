namespace Tupa.Ui.States;

/// <summary>The line drawings: a house with a fire lit (nothing here yet), a signpost (no such path), a cold oven (we broke).</summary>
public enum StateArt { Hearth, Signpost, Oven }
