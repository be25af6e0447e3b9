using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Retention;

namespace Tupa.Spaces;

/// <summary>Every space, and with it every content in it, has a class of the city's plan.</summary>
internal sealed class ClassesClaim(TupaDb db, RetentionQueries retention) : IClaimCheck
{
    public string Key => "spaces.classes";

    public Text Promise => new(
        Fi: "Jokaisella työtilalla ja kaikella sen sisällöllä on säilytysaika, jonka tiedonohjaussuunnitelma määrää.",
        Sv: "Varje arbetsyta och allt dess innehåll har en förvaringstid enligt informationsstyrningsplanen.",
        En: "Every space and all its content has a retention period from the records management plan.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Työtiloja", Sv: "Arbetsytor", En: "Spaces"),
        new(Fi: "Ilman säilytysluokkaa", Sv: "Utan förvaringsklass", En: "Without a retention class"),
    ];

    public ClaimOwner Owner => ClaimOwner.DataProtection;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var classes = (await retention.AllAsync(stop)).Select(c => c.Id).ToList();
        var without = await db.Set<Space>().CountAsync(s => !classes.Contains(s.RetentionClass), stop);
        return ClaimFinding.Of(without == 0, await db.Set<Space>().CountAsync(stop), without);
    }
}
