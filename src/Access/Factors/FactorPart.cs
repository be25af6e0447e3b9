using Microsoft.AspNetCore.Components;
using Tupa.Access.Factors;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>On another's profile, for those who reset second factors: the way to do it. What the door has read is enough to know.</summary>
internal sealed class FactorPart(Visitor visitor) : IProfilePart
{
    public int Order => 90;

    public Task<RenderFragment?> ForAsync(PersonId person, Actor viewer, CancellationToken stop) => Task.FromResult<RenderFragment?>(
        viewer.Person != person && (visitor.Holds(AuthorityKind.Operator) || visitor.Holds(AuthorityKind.SecurityOfficer))
            ? builder =>
            {
                builder.OpenComponent<FactorResetCard>(0);
                builder.AddComponentParameter(1, nameof(FactorResetCard.Person), person);
                builder.CloseComponent();
            }
    : null);
}
