using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>Notes that a person passed a gate.</summary>
internal sealed class GateActions(TupaDb db, Writing writing, AuditLog audit, TimeProvider clock)
{
    public Task<Refusal?> PassAsync(Gate gate, PersonId person, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var version = VersionOf(gate);
        if (await db.Set<GateMark>().AnyAsync(m => m.Person == person && m.Gate == gate && m.Version == version, stop)) return null;

        db.Add(new GateMark { Person = person, Gate = gate, Version = version, PassedAt = clock.UtcNow() });
        audit.Write(Actor.Of(person), gate == Gate.Notice ? "access.notice.read" : "access.pledge.given", null, person, count: version);
        return null;
    }, stop);

    /// <summary>When the person gave the pledge that is in force; null where not.</summary>
    public Task<DateTime?> PassedAtAsync(Gate gate, PersonId person, CancellationToken stop = default)
    {
        var version = VersionOf(gate);
        return db.Set<GateMark>().Where(m => m.Person == person && m.Gate == gate && m.Version >= version).Select(m => (DateTime?)m.PassedAt).FirstOrDefaultAsync(stop);
    }

    private static int VersionOf(Gate gate) => gate switch
    {
        Gate.Notice => GateWay.NoticeVersion,
        Gate.Pledge => GateWay.PledgeVersion,
    };
}
