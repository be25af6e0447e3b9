using Microsoft.AspNetCore.Components;
using Tupa.Kernel;

namespace Tupa.Ui.Fields;

/// <summary>What every input has: a name that the form posts, a label, and help and error wired to it.</summary>
public abstract class FieldPart : ComponentBase
{
    /// <summary>The name that the form posts; also the id, unless <see cref="Id"/> says otherwise.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Id { get; set; }

    /// <summary>Says "(valinnainen)" after the label. What is not optional is required and not marked.</summary>
    [Parameter] public bool Optional { get; set; }

    [Parameter] public string? Help { get; set; }

    /// <summary>What is wrong and how to mend it, where the page itself knows it; the input is then marked invalid.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Why the form came back; what it says of this field stands beside it.</summary>
    [CascadingParameter] public Refusal? Refused { get; set; }

    /// <summary>What else the input itself carries: autocomplete, maxlength, autofocus, inputmode, min, max.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    protected string InputId => Id ?? Name;

    /// <summary>What stands beside the input, from wherever it comes.</summary>
    protected string? Wrong => Error ?? Refused?.With(InputId)?.ToString();

    /// <summary>The ids of help and error, as aria-describedby wants them; null when there is neither.</summary>
    protected string? DescribedBy => (Help, Wrong) switch
    {
        (null, null) => null,
        ({ }, null) => $"{InputId}-h",
        (null, { }) => $"{InputId}-e",
        _ => $"{InputId}-h {InputId}-e",
    };

    protected string? Invalid => Wrong is null ? null : "true";
}
