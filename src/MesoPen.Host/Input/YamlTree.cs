using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MesoPen.Host.Input;

/// <summary>
/// Reads the plain part of YAML that our files use: mappings, sequences and values, one document. Anchors, aliases, tags and doubled keys
/// are refused: a file that decides about needles says each thing once, where it is read.
/// </summary>
internal sealed class YamlTree
{
    // Our files nest five deep; the reader below recurses, so the depth must be bounded before the stack is.
    private const int MaxDepth = 16;

    private readonly string _file;
    private readonly Parser _parser;

    private YamlTree(InputFile file)
    {
        _file = file.Path;
        _parser = new Parser(new StringReader(file.Text));
    }

    /// <summary>The mapping that the file consists of.</summary>
    /// <exception cref="InputException">Not YAML, or not the plain part of it.</exception>
    public static InputMap Read(InputFile file)
    {
        YamlTree tree = new(file);
        try
        {
            return tree.Document();
        }
        catch (YamlException wrong)
        {
            throw new InputException(file.Path, Line(wrong.Start), $"This is not valid YAML: {Sentence(wrong.Message)}", wrong);
        }
        catch (Exception other) when (other is not InputException and not OutOfMemoryException)
        {
            // The parser is another's work and the file may be anything: whatever it stumbles over is the file's fault, said as such.
            throw new InputException(file.Path, 0, "This is not valid YAML: check that the file is whole.", other);
        }
    }

    private static int Line(Mark mark) => (int)Math.Clamp(mark.Line, 0, int.MaxValue);

    private static string Sentence(string message)
    {
        string line = message.ReplaceLineEndings(" ").Trim();
        return line.EndsWith('.') ? line : line + ".";
    }

    private InputMap Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            throw new InputException(_file, 0, "The file is empty.");
        }

        _parser.Consume<DocumentStart>();
        InputNode root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            throw new InputException(_file, Line(_parser.Current!.Start), "A second document begins here: one file holds one.");
        }

        return root as InputMap ?? throw new InputException(_file, root.Line, "The file must consist of keys with values (key: value).");
    }

    private InputNode Node(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InputException(_file, Line(_parser.Current!.Start), $"Nested deeper than {MaxDepth} levels.");
        }

        if (_parser.Accept<AnchorAlias>(out var alias))
        {
            throw new InputException(_file, Line(alias!.Start), $"Aliases (*{alias.Value}) are not used here: write the value out.");
        }

        NodeEvent node = _parser.Consume<NodeEvent>();
        if (!node.Anchor.IsEmpty)
        {
            throw new InputException(_file, Line(node.Start), $"Anchors (&{node.Anchor}) are not used here: write the value out where it is needed.");
        }

        if (!node.Tag.IsEmpty)
        {
            throw new InputException(_file, Line(node.Start), $"Tags ({node.Tag}) are not used here: write the value alone.");
        }

        return node switch
        {
            Scalar scalar => new InputScalar(Line(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart start => List(start, depth),
            MappingStart start => Map(start, depth),
            _ => throw new InputException(_file, Line(node.Start), "This is not a value, a list or a mapping."),
        };
    }

    private InputList List(SequenceStart start, int depth)
    {
        List<InputNode> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new InputList(Line(start.Start), items);
    }

    private InputMap Map(MappingStart start, int depth)
    {
        List<(InputScalar, InputNode)> entries = [];
        Dictionary<string, int> seen = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            InputNode name = Node(depth + 1);
            if (name is not InputScalar key)
            {
                throw new InputException(_file, name.Line, "A key must be a single word.");
            }

            if (!seen.TryAdd(key.Text, key.Line))
            {
                throw new InputException(_file, key.Line, $"{Quoted.Of(key.Text)} stands here a second time (first in line {seen[key.Text]}): keep one.");
            }

            entries.Add((key, Node(depth + 1)));
        }

        return new InputMap(Line(start.Start), entries);
    }
}
