using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>No account without a live assignment, and no user ID of somebody who has gone.</summary>
internal sealed class AccountsClaim(TupaDb db, UseEnds uses, TimeProvider clock) : IClaimCheck
{
    /// <summary>What ended by the calendar is let go of within a minute; it opens nothing from the tick on.</summary>
    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(5);

    public string Key => "access.accounts";

    public Text Promise => new(
        Fi: "Käyttäjätunnus on vain henkilöllä, jolla on voimassa oleva tehtävä.",
        Sv: "Bara den som har en gällande uppgift har ett användarnamn.",
        En: "Only a person with a current duty has a user ID.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Käyttäjätunnuksia", Sv: "Användarnamn", En: "User IDs"),
        new(Fi: "Ilman voimassa olevaa tehtävää", Sv: "Utan gällande uppgift", En: "Without a current duty"),
        new(Fi: "Poistuneiden tunnuksia korteilla", Sv: "Avgångnas användarnamn på korten", En: "User IDs of the departed on cards"),
    ];

    public ClaimOwner Owner => ClaimOwner.Register;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var gone = uses.WithoutAfter(clock.UtcNow() - Tidying);
        var idle = await db.Set<Account>().CountAsync(a => gone.Contains(a.Person), stop);
        var left = await uses.WithUserId.CountAsync(p => gone.Contains(p), stop);
        return ClaimFinding.Of(idle == 0 && left == 0, await db.Set<Account>().CountAsync(stop), idle, left);
    }
}
