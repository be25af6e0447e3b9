using Tupa.Posts;

namespace Tupa.Tests;

/// <summary>/posts/drafts</summary>
public sealed class DraftsPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, ComposerText.NoDrafts.Fi, "Kesken jäänyt"),
        new(Guest.Teacher, 200, ComposerText.NoDrafts.Fi, "Kesken jäänyt"),
        new(Guest.Pupil, 200, ComposerText.NoDrafts.Fi, "Kesken jäänyt"),
        new(Guest.Partner, 200, ComposerText.NoDrafts.Fi, "Kesken jäänyt"),
        new(Guest.Elected, 200, ComposerText.NoDrafts.Fi, "Kesken jäänyt"),
        new(Guest.Administrator, 200, ComposerText.NoDrafts.Fi, "Kesken jäänyt"),
        new(Guest.Steward, 200, "Kesken jäänyt"));

    [Theory, MemberData(nameof(Answers))]
    public Task Drafts_are_seen_by_their_writer_alone(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/posts/drafts", status, shows, hides);
}
