using Microsoft.AspNetCore.Components;
using Tupa.Access.Codes;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>On the profile of somebody whom the viewer answers for: the way to a new one-time code, and to the slips of the class.</summary>
internal sealed class CodePart(Visitor visitor, Supervision supervision) : IProfilePart
{
    public int Order => 80;

    public async Task<RenderFragment?> ForAsync(PersonId person, Actor viewer, CancellationToken stop)
    {
        // Only staff answer for anybody, so others' pages do not ask.
        if (!visitor.IsStaff || viewer.Person is not { } me || await supervision.AnswersForAsync(me, person, stop) is not { } answering) return null;

        return builder =>
        {
            builder.OpenComponent<CodeCard>(0);
            builder.AddComponentParameter(1, nameof(CodeCard.Person), person);
            builder.AddComponentParameter(2, nameof(CodeCard.Class), answering.Class);
            builder.CloseComponent();
        };
    }
}
