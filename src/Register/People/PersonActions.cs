using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a person changes about themself in the register.</summary>
public sealed class PersonActions(TupaDb db, Writing writing, AuditLog audit)
{
    /// <summary>The language in which the house speaks to the person, on every device and in every mail.</summary>
    public Task<Refusal?> SetLanguageAsync(PersonId person, string language, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (!Language.IsKnown(language)) return Refusal.Absent;

        var changed = await db.Set<Person>().Where(p => p.Id == person && p.Language != language)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, language), stop);
        if (changed > 0) audit.Write(Actor.Of(person), "register.language.changed", person.Value, person);
        return null;
    }, stop);
}
