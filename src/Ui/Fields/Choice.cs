namespace Tupa.Ui.Fields;

/// <summary>One line of a select or of a group of radio buttons.</summary>
/// <param name="Value">What the form posts.</param>
public readonly record struct Choice(string Value, string Label);
