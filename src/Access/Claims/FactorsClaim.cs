using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>A second factor on every authority. Without it the door lets nobody use one; the claim is that nobody has one without.</summary>
internal sealed class FactorsClaim(TupaDb db, Authorities authorities) : IClaimCheck
{
    public string Key => "access.factors";

    public Text Promise => new(
        Fi: "Jokainen, jolla on valtuus hallita palvelua, tunnistautuu kahdessa vaiheessa.",
        Sv: "Alla som har befogenhet att förvalta tjänsten identifierar sig i två steg.",
        En: "Everybody with an authority over the service signs in with two factors.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Henkilöitä, joilla on valtuus", Sv: "Personer med befogenhet", En: "People with an authority"),
        new(Fi: "Ilman toista vaihetta", Sv: "Utan det andra steget", En: "Without a second factor"),
    ];

    public ClaimOwner Owner => ClaimOwner.Security;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var holders = new HashSet<PersonId>();
        foreach (var kind in Enum.GetValues<AuthorityKind>()) holders.UnionWith(await authorities.HoldersAsync(kind, stop));
        var people = holders.ToList();
        var with = await db.Set<Factor>().CountAsync(f => people.Contains(f.Person) && f.ConfirmedAt != null, stop);
        return ClaimFinding.Of(with == people.Count, people.Count, people.Count - with);
    }
}
