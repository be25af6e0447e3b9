using System.Text.Json.Nodes;

namespace Tupa.Register;

internal enum PatchVerb
{
    Add,
    Replace,
    Remove,
}

/// <param name="Path">Null where the value names its attributes itself.</param>
internal sealed record PatchOperation(PatchVerb Verb, PatchPath? Path, JsonNode? Value);

/// <summary>
/// Changes to a resource (RFC 7644, 3.5.2), in all the forms that directories send: verbs in any case, values that name their own paths
/// with dots, brackets and URNs, and members removed by a path or by a list.
/// </summary>
internal sealed record ScimPatch(IReadOnlyList<PatchOperation> Operations)
{
    private const int Most = 5_000;

    public static (ScimPatch? Patch, ScimError? Error) Read(JsonObject body)
    {
        if (body[nameof(Operations)] is not JsonArray { Count: <= Most } said) return (null, ScimError.Syntax(ScimText.NoOperations));

        var operations = new List<PatchOperation>(said.Count);
        foreach (var one in said)
        {
            if (one is not JsonObject operation || !Enum.TryParse<PatchVerb>(ScimJson.Text(operation["op"]), ignoreCase: true, out var verb))
                return (null, ScimError.Syntax(ScimText.NoOperations));

            PatchPath? path = null;
            if (ScimJson.Text(operation["path"]) is { } text && (path = PatchPath.Of(text)) is null) return (null, ScimError.Path(ScimText.BadPath));
            if (verb == PatchVerb.Remove && path is null) return (null, ScimError.NoTarget(ScimText.NoPath));
            if (verb != PatchVerb.Remove && !operation.ContainsKey("value")) return (null, ScimError.Value(ScimText.NoValue));

            operations.Add(new(verb, path, operation["value"]));
        }

        return (new(operations), null);
    }

    /// <summary>Changes the resource, one operation after another. After an error it is of no use: nothing of it may be kept.</summary>
    public ScimError? Apply(JsonObject resource, ScimSchema schema)
    {
        var applying = new PatchApplying(resource, schema);
        foreach (var operation in Operations)
        {
            if ((operation.Path is { } path ? applying.To(operation.Verb, path, operation.Value) : applying.Unpacked(operation.Verb, operation.Value)) is { } error) return error;
        }

        return null;
    }
}
