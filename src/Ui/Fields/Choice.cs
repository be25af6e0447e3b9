namespace Tupa.Ui.Fields;

/// <summary>One line of a select or of a group of radio buttons.</summary>
/// <param name="Value">What the form posts.</param>
public readonly record struct Choice(string Value, string Label);

/// <summary>One line of the summary above a form that came back.</summary>
/// <param name="Field">The id of the input to mend.</param>
public readonly record struct FieldError(string Field, string Words);
