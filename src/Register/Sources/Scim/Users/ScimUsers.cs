using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>Users, as routes and bulks ask for them.</summary>
internal sealed class ScimUsers(ScimUserQueries users, ScimUserActions actions, ScimGathering gathering) : IScimResources
{
    public bool ShowsChanges => true;

    public Task<JsonObject?> FindAsync(Guid id, string root, CancellationToken stop) => users.FindAsync(new SourceRecordId(id), root, stop);

    public Task<(ScimPage? Page, ScimError? Error)> ListAsync(ScimListing asked, string root, CancellationToken stop) => users.ListAsync(asked, root, stop);

    public async Task<ScimOutcome> MakeAsync(JsonObject said, string root, CancellationToken stop)
    {
        var (user, error) = UserJson.Read(said);
        return user is null ? ScimOutcome.No(error!) : await gathering.MakeAsync(user, root, stop);
    }

    /// <summary>A whole resource says all of what stands; only of sign-in it may say nothing.</summary>
    public Task<ScimOutcome> ReplaceAsync(Guid id, string? ifMatch, JsonObject whole, string root, CancellationToken stop) =>
        actions.ChangeAsync(new(id), ifMatch, _ => UserJson.Read(whole), root, stop);

    public Task<ScimOutcome> PatchAsync(Guid id, string? ifMatch, ScimPatch patch, string root, CancellationToken stop) =>
        actions.ChangeAsync(new(id), ifMatch, stands => patch.Apply(stands, ScimSchema.User) is { } error ? (null, error) : UserJson.Read(stands), root, stop);

    public Task<ScimOutcome> EndAsync(Guid id, string? ifMatch, CancellationToken stop) => actions.EndAsync(new(id), ifMatch, stop);
}
