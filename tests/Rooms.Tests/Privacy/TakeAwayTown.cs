using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>Words for tests about the package of own data.</summary>
internal static class TakeAwayTown
{
    /// <summary>Orders as the page does and answers the id.</summary>
    public static async Task<TakeAwayId> OrderAsync(this HttpClient client)
    {
        var page = await client.PageAsync("/me/take-away");
        var id = page.QuerySelector("form[action='/me/take-away'] input[name=id]")?.GetAttribute("value") ?? throw new InvalidOperationException("Nothing can be ordered");
        using var answer = await client.PostAsync("/me/take-away", ("id", id));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new(Guid.Parse(id));
    }

    public static Task<JobReport> MakeAsync(this TestHouse house) => house.InAsync((TakeAwayMaking job) => job.RunAsync(default));

    public static Task<JobReport> SweepTakeAwaysAsync(this TestHouse house) => house.InAsync((TakeAwaySweep job) => job.RunAsync(default));

    public static Task<TakeAway?> TakeAwayOfAsync(this TestHouse house, PersonId person) =>
        house.ReadAsync(db => db.Set<TakeAway>().FirstOrDefaultAsync(t => t.Person == person));

    public static string[] TakeAwayFiles(this TestHouse house)
    {
        var place = Path.Combine(house.Folder, "take-aways");
        return Directory.Exists(place) ? Directory.GetFileSystemEntries(place) : [];
    }

    public static async Task<byte[]> FetchAsync(this HttpClient client)
    {
        using var answer = await client.GetAsync("/me/take-away/package");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public static async Task<HttpStatusCode> FetchedAsync(this HttpClient client)
    {
        using var answer = await client.GetAsync("/me/take-away/package");
        return answer.StatusCode;
    }

    /// <summary>What is in it, by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Unpacked(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var bytes = new MemoryStream();
            using var from = e.Open();
            from.CopyTo(bytes);
            return bytes.ToArray();
        }, StringComparer.Ordinal);
    }
}

/// <summary>A room of the test: gives as many rows as it is told, and does what it is told at one of them.</summary>
internal sealed class TellingRoom(TellingRoom.Told told) : IPersonalData
{
    public IReadOnlyList<string> Tables => ["telling_rows"];

    public Text Description => new(Fi: "Kokeen rivit", Sv: "Testets rader", En: "Rows of the test");

    public async IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var i = 0; i < told.Rows; i++)
        {
            await told.At(i);
            stop.ThrowIfCancellationRequested();
            var row = new PersonalRow("telling_rows", new Dictionary<string, string?>(StringComparer.Ordinal) { ["id"] = $"{i}", ["body"] = new string('x', told.Length) });
            told.Given(i, row);
            yield return row;
        }
    }

    public Task<int> EraseAsync(PersonId person, CancellationToken stop) => Task.FromResult(0);

    public Task<int> RemainingAsync(PersonId person, CancellationToken stop) => Task.FromResult(0);

    internal sealed class Told
    {
        public int Rows { get; set; } = 1;

        public int Length { get; set; } = 10;

        /// <summary>Before the row of this number.</summary>
        public Func<int, Task> At { get; set; } = _ => Task.CompletedTask;

        public Action<int, PersonalRow> Given { get; set; } = (_, _) => { };
    }
}
