using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>What is sent several times at once, by an impatient finger or by one who guesses, is done once and answered each time.</summary>
public sealed class AtOnceTests
{
    private const int Times = 6;
    private const string Wrong = "väärä salasana tässä";

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_failure_of_a_burst_counts_and_none_breaks_anything(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");

        foreach (var user in new[] { "aino.makela", "ei.ketaan" })
        {
            var answers = await AtOnceAsync(_ => house.TryAsync(user, Wrong));
            var wrong = answers.Count(a => a.Status == 422);
            Assert.InRange(wrong, 1, Attempts.Free);
            Assert.Equal(Times, wrong + answers.Count(a => a.Status == 429));
            var door = await house.InAsync((Attempts attempts) => Task.FromResult(attempts.Door("password", user)));
            Assert.Equal(wrong, await house.ReadAsync(db => db.Set<Attempt>().Where(a => a.Door == door).Select(a => a.Failures).SingleAsync()));
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_right_guess_behind_too_many_wrong_ones_opens_nothing(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");

        // What is still being checked counts as failed, so the last finds no free try left.
        var door = await house.InAsync((Attempts attempts) => Task.FromResult(attempts.Door("password", "aino.makela")));
        var doors = house.Services.GetRequiredService<DoorsTried>();
        var guesses = Enumerable.Range(0, Attempts.Free).Select(_ => doors.Begin(door)).ToList();
        var right = await house.TryAsync("aino.makela");
        Assert.Equal((429, (string?)null), (right.Status, right.Secret));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Session>().CountAsync()));

        guesses.ForEach(g => g.Dispose());
        Assert.NotNull((await house.TryAsync("aino.makela")).Secret);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_code_is_taken_once_however_many_hold_it(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var group = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var (teacher, pupil) = (await house.Town.TeacherAsync("Jelena Šarić", school, group), await house.Town.PupilAsync("Oona Oppilas", school, group));
        var (slips, _) = await house.InAsync((CodeActions c) => c.IssueAsync([pupil], Actor.Of(teacher)));

        var used = await AtOnceAsync(i => house.InAsync((CodeActions c) => c.UseAsync(new(slips[0].UserId, slips[0].Words, $"metsän laita on hiljaa {i}", null))), 3);
        Assert.Single(used, u => u.Refusal is null);

        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        var link = (await house.InAsync((CodeActions c) => c.MakeLinkAsync("aino.makela")))!.Value.Secret;
        var set = await AtOnceAsync(i => house.InAsync((CodeActions c) => c.UseLinkAsync(link, $"metsän laita on hiljaa {i}", null)), 3);
        Assert.Single(set, u => u.Refusal is null);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_code_of_the_second_factor_opens_one_session_and_a_recovery_code_too(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        await house.InAsync((FactorActions f) => f.BeginAsync(aino));
        var factor = await house.ReadAsync(db => db.Set<Factor>().SingleAsync());
        var secret = await house.InAsync((HouseKeys keys) => Task.FromResult(keys.Open(FactorActions.Use, factor.Sealed, aino.ToString())!));
        var (recovery, _) = await house.InAsync((FactorActions f) => f.ConfirmAsync(aino, default, Totp.Code(secret, Totp.StepOf(house.Now))));
        house.Clock.Move(TimeSpan.FromMinutes(2));

        foreach (var code in new[] { Totp.Code(secret, Totp.StepOf(house.Now)), recovery[0] })
        {
            var pending = new List<SessionId>();
            for (var i = 0; i < 4; i++)
            {
                var waiting = (await house.TryAsync("aino.makela")).Secret!;
                pending.Add((await house.InAsync((DoorQueries d) => d.SessionAsync(Secrets.Hash(waiting))))!.Session);
            }

            var passed = await AtOnceAsync(i => house.InAsync((FactorActions f) => f.PassAsync(pending[i], code, null)), pending.Count);
            Assert.Single(passed, p => p.Status == 303);
            house.Clock.Move(TimeSpan.FromMinutes(20));
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_impatient_finger_makes_one_of_everything_and_is_answered_as_often_as_it_clicks(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        var must = PostTown.Typed(house.Now.AddDays(3));
        var read = town.Input() with { MustRead = true, MustDay = must.Day, MustTime = must.Time };
        Assert.Null((await town.PublishAsync(read, town.Steward)).Refusal);
        var open = await house.Town.SpaceAsync("Henkilöstön tori", Confidentiality.Open, town.Steward);
        using var browser = await house.SignedInAsync(town.Writer);
        var (post, comment, report, draft, space) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        (string Path, (string, string)[] Form)[] deeds =
        [
            ("/posts", [("id", $"{post}"), ("space", $"{town.Space.Id}"), ("title", "Silta"), ("body", "Pian"), ("who", "all")]),
            ($"/posts/{read.Id}/comments", [("id", $"{comment}"), ("body", "Hyvä")]),
            ($"/posts/{read.Id}/reactions/thanks", []),
            ($"/posts/{read.Id}/confirmation", []),
            ("/reports", [("id", $"{report}"), ("kind", "post"), ("thing", $"{read.Id}"), ("reason", "Väärä kuva")]),
            ($"/posts/drafts/{draft}", [("id", $"{draft}"), ("space", $"{town.Space.Id}"), ("title", "Kesken"), ("body", "Kesken")]),
            ($"/spaces/{open.Id}/membership", []),
            ("/me/notifications", [("language", "fi")]),
            ("/spaces", [("id", $"{space}"), ("name", "Uusi tila"), ("purpose", "Yhteinen työ"), ("confidentiality", "20"), ("retention", "1"), ("unit", "x")]),
        ];
        foreach (var (path, form) in deeds)
        {
            var answers = await AtOnceAsync(async _ =>
            {
                using var answer = await browser.PostAsync(path, form);
                return answer.StatusCode;
            });
            Assert.True(answers.All(a => a == answers[0] && (int)a < 500), $"{path}: {string.Join(", ", answers)}");
        }

        await house.ReadAsync(async db =>
        {
            Assert.Equal(1, await db.Set<Post>().CountAsync(p => p.Id == new PostId(post)));
            Assert.Equal(1, await db.Set<Arrival>().CountAsync(a => a.Id == post));
            Assert.Equal(1, await db.Set<Comment>().CountAsync());
            Assert.Equal(1, await db.Set<Reaction>().CountAsync());
            Assert.Equal(1, await db.Set<Confirmation>().CountAsync());
            Assert.Equal(1, await db.Set<Report>().CountAsync());
            Assert.Equal(1, await db.Set<Draft>().CountAsync());
            Assert.Equal(1, await db.Set<GroupMember>().CountAsync(m => m.Group == open.Members && m.Person == town.Writer));
            return true;
        });
        var audited = await house.AuditedAsync();
        foreach (var deed in new[] { "posts.comment.said", "posts.reaction.given", "posts.must-read.confirmed", "spaces.content.reported", "spaces.space.joined" })
            Assert.Equal(1, audited.Count(a => a == deed));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Of_the_last_two_who_look_after_something_only_one_may_go(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        PersonId[] two = [await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Börje Öhman")];
        for (var round = 0; round < 5; round++)
        {
            var space = await house.Town.SpaceAsync($"Tila {round}", Confidentiality.Members, two);
            var left = await AtOnceAsync(i => house.InAsync((MemberActions members) => members.LeaveAsync(space.Id, Actor.Of(two[i]))), 2);
            Assert.Single(left, l => l is null);
        }

        await house.WriteAsync(async db =>
        {
            foreach (var person in two)
            {
                db.Add(new Authority
                {
                    Id = AuthorityId.New(),
                    Assignment = await db.Set<Assignment>().Where(a => a.Person == person).Select(a => a.Id).SingleAsync(),
                    Kind = AuthorityKind.Operator,
                    FromUtc = house.Now.AddDays(-1),
                    UntilUtc = house.Now.AddDays(30),
                });
            }
        });
        var powers = await house.ReadAsync(db => db.Set<Authority>().Select(a => a.Id).ToListAsync());
        var ended = await AtOnceAsync(i => house.InAsync((AuthorityActions authorities) => authorities.EndAsync(powers[i], Actor.Of(two[1 - i]))), 2);
        Assert.Single(ended, e => e is null);
    }

    private static Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> deed, int times = Times) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(() => deed(i))));
}
