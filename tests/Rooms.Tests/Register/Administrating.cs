using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Those who look after the registers, and what they read.</summary>
internal static class Administrating
{
    /// <summary>A member of staff who administers a register, with the second factor that it takes.</summary>
    public static async Task<PersonId> AdministratorAsync(this TestHouse house, string name, string? scope)
    {
        var person = await house.Town.StaffAsync(name);
        await house.EmpowerAsync(person, AuthorityKind.RegisterAdministrator, scope);
        return person;
    }

    public static Task EmpowerAsync(this TestHouse house, PersonId person, AuthorityKind kind, string? scope = null, bool factor = true) => house.WriteAsync(async db =>
    {
        var assignment = await db.Set<Assignment>().Where(a => a.Person == person).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync();
        db.Add(new Authority { Id = AuthorityId.New(), Assignment = assignment, Kind = kind, Scope = scope, FromUtc = house.Now.AddDays(-1), UntilUtc = house.Now.AddDays(300) });
        if (factor) db.Add(new Factor { Person = person, Sealed = [1], ConfirmedAt = house.Now, CreatedAt = house.Now });
    });

    /// <summary>The names that head the rows of the page, in their order.</summary>
    public static async Task<List<string>> NamesAsync(this HttpClient client, string path) =>
        [.. (await client.PageAsync(path)).QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim())];

    /// <summary>Where the page goes on; null where it does not.</summary>
    public static async Task<string?> NextAsync(this HttpClient client, string path) =>
        (await client.PageAsync(path)).QuerySelector("a[rel=next]")?.GetAttribute("href");
}
