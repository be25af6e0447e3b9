using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>For whom the pages of one-time codes are shown.</summary>
internal sealed class CodeQueries(CodeAccess access, PersonContacts contacts)
{
    /// <summary>Null where this actor may not make a code for the person.</summary>
    public async Task<PersonContact?> ForAsync(PersonId person, Actor by, CancellationToken stop = default) =>
        await access.MayIssueAsync(by, person, stop) && await contacts.OfAsync([person], stop) is [var only, ..] ? only : null;

    /// <summary>Empty where the class is not this actor's to make codes for.</summary>
    public async Task<IReadOnlyList<PersonContact>> ClassAsync(GroupId group, Actor by, CancellationToken stop = default) =>
        await contacts.OfAsync(await access.ClassAsync(by, group, stop), stop);
}
