using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>esihenkilot-csv: many changes of supervisors at once, delivered by the steward of the source.</summary>
public sealed class SupervisorsFileTests
{
    private const string Header = "henkilöavain;sukunimi;etunimi;käyttäjätunnus;sähköposti;yksikkö;tehtävä;alkaa;päättyy;sijaistettava";

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_the_page_gives_out_is_changed_and_taken_in(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        using var helka = await town.AsAsync(town.Helka);
        using var steward = await town.AsAsync(await town.StewardAsync());
        using var proposed = await town.ProposeAsync(helka, Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.SeeOther, proposed.StatusCode);
        var uuno = (await town.PersonAsync("uuno.uusi"))!.Value;

        Assert.Equal(HttpStatusCode.NotFound, (await helka.GetAsync("/register/sources/supervisors/people.csv")).StatusCode);
        var given = await steward.GetStringAsync("/register/sources/supervisors/people.csv");
        var rows = given.TrimEnd().Split("\r\n");
        Assert.Equal((Header, 2), (rows[0], rows.Length));

        // The same again changes nothing.
        Assert.Equal(BatchState.Applied, await DeliverAsync(town, steward, given));
        Assert.Equal(town.Library, Assert.Single(await town.AssignmentsAsync(uuno)).Unit!.Value);

        var key = rows[1].Split(';')[0];
        var last = town.Today.AddDays(2);
        Assert.Equal(BatchState.Applied, await DeliverAsync(town, steward, $"""
            {Header}
            {key};Uusi;Uuno;uuno.uusi;uuno.uusi@kuusisalmi.example;arkisto;Bibliotekarie;{town.Today.Day}.{town.Today.Month}.{town.Today.Year};;
            900;Äkkinen;Sanni;sanni.akkinen;;Kirjasto;;;{TeamTown.Day(last)};kai.virta

            """));
        var moved = Assert.Single(await town.AssignmentsAsync(uuno));
        Assert.Equal((town.Archive, town.Librarian), (moved.Unit!.Value, moved.Duty!.Value));
        var substitute = Assert.Single(await town.AssignmentsAsync((await town.PersonAsync("sanni.akkinen"))!.Value));
        Assert.Equal((AssignmentKind.Substitute, await town.House.AssignmentAsync(town.Kai), last), (substitute.Kind, substitute.StandsInFor!.Value, substitute.LastDay));
        Assert.Equal(town.Library, Assert.Single(await town.AssignmentsAsync(town.Kai)).Unit!.Value);

        // On the page it goes on as the supervisor's own.
        Assert.Equal(HttpStatusCode.SeeOther, (await helka.PostAsync($"/me/people/{substitute.Id}/end", ("when", "now"))).StatusCode);
        Assert.Equal(RecordState.Ended, await town.House.ReadAsync(db => db.Set<SourceRecord>().Where(r => r.Key == "900").Select(r => r.State).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_error_has_its_line_and_column_and_nothing_of_the_file_is_used(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        await town.House.Town.UnitAsync("Museo", UnitKind.Unit, town.City);
        var reading = await ReadAsync(town, $"""
            {Header};palkka
            1;Uusi;Uuno;uuno uusi;ei-osoite;Kirjasto;;1.8.2026;;;5000
            2;;Uuno;;;Kirjaamo;keisari;32.1.2026;;;5000
            3;Uusi;Uuno;;;Museo;;2.8.2026;1.8.2026;;5000
            4;Uusi;Uuno;;;Kirjasto;;;;kai.virta;5000
            5;Uusi;Uuno;;;Kirjasto;;;;;5000
            5;Toinen;Uuno;;;Kirjasto;;;;;5000
            6;Uusi;Uuno;;;Arkisto;;;1.8.2030;kai.virta;5000

            """);

        Assert.Null(reading.Feed);
        reading.Refused(SchoolText.NotAUserId, null, 2, "käyttäjätunnus");
        reading.Refused(DeliveryText.NotMail, null, 2, "sähköposti");
        reading.Refused(DeliveryText.Required, null, 3, "sukunimi");
        reading.Refused(SupervisorText.UnitUnknown, null, 3, "yksikkö");
        reading.Refused(SupervisorText.DutyUnknown, null, 3, "tehtävä");
        reading.Refused(DeliveryText.NotADay, null, 3, "alkaa");
        reading.Refused(SupervisorText.UnitAmbiguous, null, 4, "yksikkö");
        reading.Refused(DeliveryText.DaysReversed, null, 4, "päättyy");
        reading.Refused(TeamText.SubstituteEnds, null, 5, "päättyy");
        reading.Refused(SchoolText.DifferentPerson, null, 7, "henkilöavain");
        reading.Refused(SupervisorText.DutyTwice, null, 7, "tehtävä");
        reading.Refused(SupervisorText.NoSuchAbsent, null, 8, "sijaistettava");
        Assert.Contains(reading.Notes.InWords, n => n.Kind == FeedNoteKind.Dropped && n.Column == "palkka");
        Assert.DoesNotContain("5000", reading.Everything(), StringComparison.Ordinal);

        (await ReadAsync(town, "henkilöavain;sukunimi\n1;Uusi\n")).Refused(DeliveryText.ColumnMissing, null, 1, "yksikkö");
        (await ReadAsync(town, $"{Header}\n")).Refused(DeliveryText.NoRows, null, 1);
    }

    private static async Task<FeedReading> ReadAsync(TeamTown town, string text)
    {
        using var folder = new DeliveryFolder();
        return await town.House.InAsync((TupaDb db) => FeedReading.Of(new SupervisorsReader(db, town.House.Clock), folder.Put(text)));
    }

    /// <summary>Sends the file on the page of sources, and approves what it would change.</summary>
    private static async Task<BatchState> DeliverAsync(TeamTown town, HttpClient steward, string text)
    {
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent("esihenkilot-csv"), "format");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "esihenkilot.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/register/batches") { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var sent = await steward.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        await town.House.RunJobsAsync();
        var id = new BatchId(Guid.Parse($"{sent.Headers.Location}".Split('/')[^1]));
        if (await StateAsync() == BatchState.Waiting)
        {
            using var approved = await steward.PostAsync($"/register/batches/{id}/approval", ("reason", ""));
            Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
            await town.House.RunJobsAsync();
        }

        return await StateAsync();

        Task<BatchState> StateAsync() => town.House.ReadAsync(db => db.Set<Batch>().Where(b => b.Id == id).Select(b => b.State).SingleAsync());
    }
}
